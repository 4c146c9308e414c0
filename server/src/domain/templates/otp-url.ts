/** Where the platform lets the buttons of authentication templates point, in every live read that was published. */
export const OTP_URL = 'https://www.whatsapp.com/otp/code/'

export const isOtpUrl = (url: string): boolean => url.startsWith(OTP_URL)
