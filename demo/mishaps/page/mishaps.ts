/** Entry of the mishaps' pages: brings to life whatever of the parts below stands on the page. */

import { bindNotices } from '../../tags/page/notices.ts'
import { bindAskFirst } from './ask-first.ts'
import { bindCheck, hearChecked } from './check-title.ts'
import { defineCostlyTag } from './costly-tag.ts'
import { bindCount } from './count-uses.ts'
import { bindDispatch } from './dispatch-on-click.ts'
import { bindPressItself } from './press-itself.ts'
import { bindSearch } from './search.ts'
import { bindShowMore } from './show-more.ts'

const [connection, failure] = [document.getElementById('connection'), document.getElementById('failure')]
if (connection && failure) bindNotices(connection, failure)

const bindAll = <E extends Element>(selector: string, bind: (element: E) => void) => {
  for (const element of document.querySelectorAll<E>(selector)) bind(element)
}
bindAll('[data-search]', bindSearch)
bindAll('[data-checks]', bindCheck)
bindAll('[data-asks-first]', bindAskFirst)
bindAll('[data-counts]', bindCount)
bindAll('[data-dispatches]', bindDispatch)
bindAll('[data-presses-itself]', bindPressItself)
bindAll('[data-shows-more]', bindShowMore)
hearChecked()
defineCostlyTag()
