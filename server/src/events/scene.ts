/** Where an event happened. All three are set where they apply, so that the log can be filtered. */
export interface Scene {
  /** Unix milliseconds on the world clock. */
  at: number
  account_id?: string
  phone_number_id?: string
  customer_id?: string
  /** Where several apps share the number: the one that is told. The others hear of it in `standby`. */
  for_app?: string
}

export interface MessageScene extends Scene {
  account_id: string
  phone_number_id: string
  customer_id: string
  wamid: string
}

export interface NumberScene extends Scene {
  account_id: string
  phone_number_id: string
}
