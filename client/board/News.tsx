import { useNews } from './useNews.ts'

/** Nothing to see: others' work, for those who hear the page. */
export const News = () => {
  useNews()
  return null
}
