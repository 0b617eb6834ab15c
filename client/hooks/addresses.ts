/* Where things are in the page's address; `App.tsx` reads them. */
export const boardHref = (boardId: string): string => `/b/${boardId}`
export const stepHref = (boardId: string, stepId: string): string => `/b/${boardId}/s/${stepId}`
export const tableHref = (boardId: string, kind: string): string => `/b/${boardId}/table/${kind}`
export const documentHref = (boardId: string): string => `/b/${boardId}/document`
