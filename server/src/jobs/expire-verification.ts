import { nextState } from '../domain/machine.ts'
import { numberVerification } from '../domain/numbers/life.ts'
import { job } from './job.ts'

/** A number that was verified and never registered since has to be verified again. */
export const expireVerification = job<{ phone_number_id: string; verified_at: number }>({
  name: 'expire-verification',
  async run({ phone_number_id, verified_at }, { read, stage, now, record }) {
    const number = await read.numbers.find(phone_number_id)
    if (number?.status !== 'PENDING' || number.verified_at !== verified_at) return
    const code_verification_status = nextState(numberVerification, number.code_verification_status, 'expire')
    if (!code_verification_status) return
    stage.numbers.change({ ...number, code_verification_status })
    record({ type: 'number.verification_expired', at: now, account_id: number.account_id, phone_number_id })
  },
})
