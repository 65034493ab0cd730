/** Whether a rule's findings say of figures what they should be, so that relations hold. */
export const isArithmetic = (code: string): boolean => code === 'total-mismatch' || code === 'balance-mismatch'
