import { useCustomers, useWorld } from '../api/queries.ts'
import { Button } from '../ui/button.tsx'
import { Icon, type IconName } from '../ui/icon.tsx'
import markUrl from '../ui/mark.svg'
import { ThemeButton } from '../ui/theme-button.tsx'
import { CodeMessages } from './code-messages.tsx'
import { Command } from './command.tsx'
import { Health } from './health.tsx'
import { samples } from './samples.ts'
import { WorldFacts } from './world-facts.tsx'

/** The front door: where everything is, and what to try first. */
export function StartPage() {
  const world = useWorld()
  const customers = useCustomers()
  return (
    <div className="min-h-full bg-pane">
      <div className="mx-auto flex max-w-4xl flex-col gap-10 px-5 py-8 sm:py-12">
        <header className="flex items-center gap-4">
          <img src={markUrl} alt="" className="size-12" />
          <div className="flex-1">
            <h1 className="font-semibold text-2xl tracking-tight">Landline</h1>
            <p className="text-soft">
              <span className="max-sm:hidden">A messaging platform on your own ground. </span>
              {world.data && `Graph API ${world.data.version}`}
            </p>
          </div>
          <Health />
          <ThemeButton />
        </header>

        <nav aria-label="Where to go" className="grid gap-3 sm:grid-cols-3">
          <Door href="/phone" icon="phone" title="Phone" text="Be a customer: read, answer, tap buttons, go offline." />
          <Door
            href="/docs"
            icon="form"
            title="API explorer"
            text="Every operation, its parameters, and a button to try it."
          />
          <Door href="/healthz" icon="info" title="Health" text="What a load balancer asks. Ready when it says so." />
        </nav>

        {world.isError && !world.data && (
          <p role="alert" className="flex items-center gap-3 rounded-2xl bg-honey/25 p-4">
            <Icon name="warning" />
            <span className="flex-1">{world.error.message}</span>
            <Button onClick={() => world.refetch()}>Try again</Button>
          </p>
        )}
        {world.data && (
          <>
            <section aria-labelledby="try" className="flex flex-col gap-4">
              <h2 id="try" className="font-semibold text-lg">
                Try it
              </h2>
              {samples(world.data, location.origin, customers.data?.[0]?.wa_id ?? '16505551234').map(sample => (
                <Command key={sample.title} sample={sample} />
              ))}
            </section>
            <CodeMessages />
            <WorldFacts world={world.data} customers={customers.data ?? []} />
          </>
        )}
        <footer className="border-line border-t pt-4 text-soft text-sm">
          Independent software. Not affiliated with, or endorsed by, WhatsApp or Meta.
        </footer>
      </div>
    </div>
  )
}

interface DoorProps {
  href: string
  icon: IconName
  title: string
  text: string
}

function Door({ href, icon, title, text }: DoorProps) {
  return (
    <a
      href={href}
      className="group flex gap-4 rounded-3xl border border-line bg-bubble p-5 transition hover:border-accent sm:flex-col"
    >
      <span className="grid size-11 shrink-0 place-items-center rounded-[30%] bg-chosen text-accent">
        <Icon name={icon} className="size-6" />
      </span>
      <span>
        <span className="flex items-center gap-1 font-semibold">
          {title}
          <Icon name="right" className="size-4 text-accent transition motion-safe:group-hover:translate-x-1" />
        </span>
        <span className="block text-soft text-sm">{text}</span>
      </span>
    </a>
  )
}
