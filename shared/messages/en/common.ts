export const common = {
  product: 'Samplan',
  noAnswer: 'The server does not answer. Check your connection and try again.',
}
