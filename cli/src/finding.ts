/** What one look has shown, and what to do about it. */
export interface Finding {
  level: 'ok' | 'warning' | 'fault'
  says: string
  cure?: string
}

export const ok = (says: string): Finding => ({ level: 'ok', says })
export const warning = (says: string, cure: string): Finding => ({ level: 'warning', says, cure })
export const fault = (says: string, cure: string): Finding => ({ level: 'fault', says, cure })
