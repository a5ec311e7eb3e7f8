/** A view whose functions and handlers take time, as if they had work to do: for measuring what a slower server looks like. */
import type { Member, View } from './view.ts'

/** `serving`: ms, asked anew for each. */
export function takingTime(view: View, serving: () => number): View {
  const members = Object.entries(view.members).map(([name, member]) => [name, slow(member, serving)])
  return { ...view, members: Object.fromEntries(members) }
}

function slow<M extends Member<object>>(member: M, serving: () => number): M {
  const run = async (...given: Parameters<M['run']>) => {
    await new Promise((resolve) => setTimeout(resolve, serving()))
    return Reflect.apply(member.run, member, given)
  }
  return { ...member, run }
}
