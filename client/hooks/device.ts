/**
 * Small things kept on this device between visits. Where the browser allows no storage (private windows, policies),
 * reading gives null and writing does nothing: nothing here may matter more than that.
 */
export const recall = (key: string): string | null => {
  try {
    return localStorage.getItem(key)
  } catch {
    // reason: merely touching localStorage throws where storage is forbidden, and there is no way to ask first
    return null
  }
}

export const remember = (key: string, value: string): void => {
  try {
    localStorage.setItem(key, value)
  } catch {
    // reason: as above, and also when the quota is used up
  }
}
