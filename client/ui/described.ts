import { createContext } from 'react'

/** The id of words round a field that are told with it, as its hint is. */
export const DescribedByContext = createContext<string | undefined>(undefined)
