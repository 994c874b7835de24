export const limits = { most: 10 };
