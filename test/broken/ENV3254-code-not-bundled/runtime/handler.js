const rate = 100;
export const handler = () => {
  rate = 1;
};
