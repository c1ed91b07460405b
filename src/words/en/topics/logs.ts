import type { TopicWords } from '../topics.ts';
import { docs } from './links.ts';

export const logTopics = {
  'log-retention': {
    title: 'How long logs are kept',
    text: 'Provisioning logs are kept for 30 days with Entra ID P1 or P2, and 7 days on the free edition. The newest page on retention no longer lists provisioning logs, only audit and sign-in logs with the same figures. What is older is gone, so route the logs to Azure Monitor beforehand if you need them for longer.',
    links: [docs.analyse, docs.retention],
  },
  'log-delay': {
    title: 'Delay of the logs',
    text: 'Entries appear some minutes after the operation; for API-driven inbound provisioning 5 to 10 minutes are documented. An entry only comes with a cycle that looked at the person, so nothing may show for up to about 40 minutes after a change. After an upgrade to P1 or P2 it takes about a day until logs show, and the first data in Log Analytics up to three days.',
    links: [docs.inboundApiIssues, docs.latency],
  },
  'who-can-see-logs': {
    title: 'Who can see the logs and change the settings',
    text: 'Provisioning logs can be read with Reports Reader, Security Reader, Security Operator, Security Administrator, Application Administrator, Cloud Application Administrator or Global Administrator, by a custom role with provisioningLogs/allProperties/read, and by owners for their own apps. Helpdesk Administrator is not among them. On Global Reader the pages disagree: the Graph page lets it read logs, the Entra page does not list it, and it cannot read the provisioning settings. Changing settings needs Application Administrator or Cloud Application Administrator.',
    links: [docs.analyse, docs.roles, docs.knownIssues],
  },
  'export-logs': {
    title: 'Exporting logs',
    text: 'Download in the provisioning logs gives CSV (three files: entries, steps, modified properties, joined by change id) or JSON. To keep them longer or raise alerts, add a diagnostic setting for ProvisioningLogs to Log Analytics, a storage account or an event hub; the table is AADProvisioningLogs, and workbooks come ready-made. Programs read GET /auditLogs/provisioning in Microsoft Graph, limited to 5 requests in 10 seconds for an app and tenant.',
    links: [docs.logAnalytics, docs.analyse],
  },
  'reading-the-logs': {
    title: 'Reading the logs',
    text: "Entra admin center > Entra ID > Monitoring & health > Provisioning logs, or Enterprise apps > the app > Provisioning > View provisioning logs; search by name or id in source or target. An entry's steps show it all: import (read from the source), scope (is the person meant to be there), match (is there an account), and export (what was written); the skipped or failed step holds the reason. The change id names one operation, the cycle id the run. Changes to the settings and imports of roles stand in the audit logs instead.",
    links: [docs.analyse, docs.report],
  },
} as const satisfies Readonly<Record<string, TopicWords>>;
