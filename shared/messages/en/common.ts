export const common = {
  product: 'Samplan',
}
