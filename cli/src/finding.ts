/** What one look has shown, and what to do about it. */
export interface Finding {
  level: 'ok' | 'hint' | 'warning' | 'fault'
  says: string
  cure?: string
}

export const ok = (says: string): Finding => ({ level: 'ok', says })
/** Nothing is wrong; something may have been forgotten. */
export const hint = (says: string, cure: string): Finding => ({ level: 'hint', says, cure })
export const warning = (says: string, cure: string): Finding => ({ level: 'warning', says, cure })
export const fault = (says: string, cure: string): Finding => ({ level: 'fault', says, cure })
