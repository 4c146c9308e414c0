/**
 * Texts of authentication templates; their authors cannot change them. Languages that are not listed get English.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/authentication-templates/authentication-templates
 */
export interface AuthTexts {
  body: string
  recommendation: string
  footer: (minutes: number) => string
  copy: string
  autofill: string
}

const ENGLISH: AuthTexts = {
  body: '*{{1}}* is your verification code.',
  recommendation: 'For your security, do not share this code.',
  footer: minutes => `This code expires in ${minutes} minutes.`,
  copy: 'Copy code',
  autofill: 'Autofill',
}

const SPANISH: AuthTexts = {
  body: 'Tu código de verificación es *{{1}}*.',
  recommendation: 'Por tu seguridad, no lo compartas.',
  footer: minutes => `Este código caduca en ${minutes} minutos.`,
  copy: 'Copiar código',
  autofill: 'Autocompletar',
}

const PORTUGUESE_BRAZIL: AuthTexts = {
  body: '*{{1}}* é seu código de verificação.',
  recommendation: 'Para sua segurança, não o compartilhe.',
  footer: minutes => `Este código expira em ${minutes} minutos.`,
  copy: 'Copiar código',
  autofill: 'Preencher automaticamente',
}

export function authTexts(language: string): AuthTexts {
  if (language === 'es' || language.startsWith('es_')) return SPANISH
  return language === 'pt_BR' ? PORTUGUESE_BRAZIL : ENGLISH
}
