import { useMutation } from '@tanstack/react-query'
import { control } from '../api/control.ts'
import { queryClient, useClock } from '../api/queries.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { Popover } from '../ui/popover.tsx'
import { Switch } from '../ui/switch.tsx'
import { useToast } from '../ui/toast.tsx'
import { clockTime } from '../util/time.ts'
import { useWorldNow } from './world-clock.ts'

const STEPS = [
  { by: '1h', label: '+1 hour' },
  { by: '24h', label: '+24 hours' },
  { by: '30d', label: '+30 days' },
]

/** The world's clock, and the buttons that move it. */
export function TimePopover() {
  const now = useWorldNow()
  const clock = useClock()
  const frozen = clock.data?.mode === 'frozen'
  const day = new Intl.DateTimeFormat(undefined, { weekday: 'short', day: 'numeric', month: 'short' }).format(now)
  return (
    <Popover
      label="World time"
      className="w-80"
      trigger={props => (
        <button
          type="button"
          title="World time"
          className="flex items-center gap-2 rounded-full px-3 py-2 text-soft text-sm hover:bg-sunk hover:text-ink"
          {...props}
        >
          <Icon name="clock" className={`size-4 ${frozen ? 'text-accent' : ''}`} />
          <span>
            {day}, {clockTime(now)}
          </span>
          {frozen && <span className="rounded-full bg-chosen px-2 text-accent text-xs leading-5">frozen</span>}
        </button>
      )}
    >
      {() => <TimeControls now={now} frozen={frozen} />}
    </Popover>
  )
}

function TimeControls({ now, frozen }: { now: number; frozen: boolean }) {
  const toast = useToast()
  const change = useMutation({
    mutationFn: (move: () => Promise<unknown>) => move(),
    onSuccess: () => queryClient.invalidateQueries(),
    onError: toast.fail,
  })
  const moment = new Intl.DateTimeFormat(undefined, { dateStyle: 'full', timeStyle: 'short' }).format(now)
  return (
    <>
      <p className="px-3 pt-2 pb-1 font-medium">{moment}</p>
      <p className="px-3 pb-2 text-soft text-xs">
        Moving the clock runs everything that falls due: closing windows, retries, expiries.
      </p>
      <div className="grid grid-cols-3 gap-1.5 px-2 pb-1.5">
        {STEPS.map(({ by, label }) => (
          <Button
            key={by}
            className="whitespace-nowrap px-1 text-sm"
            disabled={change.isPending}
            onClick={() => change.mutate(() => control.advanceClock(by))}
          >
            {label}
          </Button>
        ))}
      </div>
      <Switch
        checked={frozen}
        hint={frozen ? 'Time stands still until you move it.' : 'Time runs as usual.'}
        onChange={freeze => change.mutate(freeze ? control.freezeClock : control.resumeClock)}
      >
        Freeze the clock
      </Switch>
    </>
  )
}
