import { type Scenario, scenario } from './scenario.ts';

/** The job stops everyone: off, never configured, in quarantine, still in its first cycle, stalled. */
export const jobScenarios: readonly Scenario[] = [
  scenario(
    {
      id: 'no-job',
      user: 'ravi@contoso.com',
      app: 'Adobe Creative Cloud',
      question: 'why is ravi not in Adobe Creative Cloud?',
      verdict: 'notProvisioned',
      cause: 'provisioning-not-configured',
      note: 'single sign-on only: the app has no job',
    },
    (stage) => {
      stage.assign('Adobe Creative Cloud', stage.hire('Ravi Iyer', { mailNickname: 'ravi' }), 'User', 30);
    },
  ),
  scenario(
    {
      id: 'job-not-configured',
      user: 'queenie@contoso.com',
      app: 'Figma',
      verdict: 'notProvisioned',
      cause: 'provisioning-not-configured',
      note: 'there is a job, whose status is NotConfigured',
    },
    (stage) => {
      stage.assign('Figma', stage.hire('Queenie Tan', { mailNickname: 'queenie' }), 'User', 30);
    },
  ),
  scenario(
    {
      id: 'job-paused',
      user: 'nils@contoso.com',
      app: 'Slack Enterprise Grid',
      verdict: 'notProvisioned',
      cause: 'provisioning-off',
      note: 'paused twelve days ago, assigned since',
    },
    (stage) => {
      const nils = stage.hire('Nils Berg', { mailNickname: 'nils' });
      stage.assign('Slack Enterprise Grid', nils, 'User', 5);
      stage.reserve('Slack Enterprise Grid', nils);
    },
  ),
  scenario(
    {
      id: 'job-paused-empty-quarantine',
      user: 'yosef@contoso.com',
      app: 'Box',
      verdict: 'notProvisioned',
      cause: 'provisioning-off',
      note: 'paused, with the empty shell of an old quarantine',
    },
    (stage) => {
      const yosef = stage.hire('Yosef Adler', { mailNickname: 'yosef' });
      stage.assign('Box', yosef, 'User', 5);
      stage.reserve('Box', yosef);
    },
  ),
  scenario(
    {
      id: 'job-disabled',
      user: 'petra@contoso.com',
      app: 'AWS IAM Identity Center',
      verdict: 'notProvisioned',
      cause: 'provisioning-off',
      note: 'provisioning was switched off three weeks ago',
    },
    (stage) => {
      const petra = stage.hire('Petra Vos', { mailNickname: 'petra' });
      stage.assign('AWS IAM Identity Center', petra, 'User', 5);
      stage.reserve('AWS IAM Identity Center', petra);
    },
  ),
  scenario(
    {
      id: 'initial-cycle',
      user: 'odette@contoso.com',
      app: 'Atlassian Cloud',
      verdict: 'pending',
      cause: 'initial-cycle-running',
      note: '37 of 120 pages of the first cycle',
    },
    (stage) => {
      const odette = stage.hire('Odette Roux', { mailNickname: 'odette' });
      stage.assign('Atlassian Cloud', odette, 'User', 1);
      stage.reserve('Atlassian Cloud', odette);
    },
  ),
  scenario(
    {
      id: 'initial-cycle-no-progress',
      user: 'pavel@contoso.com',
      app: 'Miro',
      verdict: 'pending',
      cause: 'initial-cycle-running',
      note: 'NotRun with a dummy run of the year 1',
    },
    (stage) => {
      stage.assign('Miro', stage.hire('Pavel Dvořák', { mailNickname: 'pavel' }), 'User', 1);
    },
  ),
  scenario(
    {
      id: 'quarantine-credentials',
      user: 'monica@contoso.com',
      app: 'CRM',
      verdict: 'notProvisioned',
      cause: 'quarantined',
      note: 'rejected credentials; the app is called HubSpot in the gallery',
    },
    (stage) => {
      const monica = stage.hire('Monica Reyes', { mailNickname: 'monica', department: 'Sales' });
      stage.assign('CRM', monica, 'User', 1);
      stage.reserve('CRM', monica);
    },
  ),
  scenario(
    {
      id: 'quarantine-proportion',
      user: 'zara@contoso.com',
      app: 'Zendesk',
      verdict: 'notProvisioned',
      cause: 'quarantined',
      note: 'more than 40 percent of events failed',
    },
    (stage) => {
      const zara = stage.hire('Zara Quill', { mailNickname: 'zara' });
      stage.assign('Zendesk', zara, 'User', 1);
      stage.reserve('Zendesk', zara);
    },
  ),
  scenario(
    {
      id: 'deletions-held',
      user: 'toby@contoso.com',
      app: 'Dropbox Business',
      question: 'why is toby still in Dropbox?',
      cause: 'deletions-held',
      note: 'too many deletions at once: they are staged, and the job is in quarantine',
    },
    (stage) => {
      const toby = stage.hire('Toby Lark', { mailNickname: 'toby' });
      stage.log('Dropbox Business', toby, 2, { is: 'stagedDelete' });
      for (const name of ['Tilda Moor', 'Tarek Zaki', 'Tova Lind', 'Theo Grey', 'Tess Roe']) {
        stage.log('Dropbox Business', stage.hire(name, { department: 'Support' }), 2, { is: 'stagedDelete' });
      }
    },
  ),
  scenario(
    {
      id: 'stalled',
      user: 'stella@contoso.com',
      app: 'GitHub EMU',
      verdict: 'notProvisioned',
      cause: 'cycles-stalled',
      note: 'Active, and no cycle for nine days',
    },
    (stage) => {
      const stella = stage.hire('Stella Moss', { mailNickname: 'stella' });
      stage.assign('GitHub EMU', stella, 'User', 5);
      stage.reserve('GitHub EMU', stella);
    },
  ),
];
