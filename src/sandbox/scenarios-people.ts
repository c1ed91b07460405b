import { type Scenario, scenario } from './scenario.ts';

/** How many of a department met the same failure on one day: more than a list names. */
const metTheSame = 48;

/** What shows only over all apps of a person, or over all people of an app. */
export const peopleScenarios: readonly Scenario[] = [
  scenario(
    {
      id: 'leaver-still-active',
      user: 'carla@contoso.com',
      app: 'Slack Enterprise Grid',
      verdict: 'provisioned',
      cause: 'provisioning-off',
      also: ['disabled-in-source'],
      noise: undefined,
      expected: false,
      note: 'left four days ago: disabled in Slack and Zoom, and still there where provisioning is switched off',
    },
    (stage) => {
      const then = { gates: { active: true } };
      const carla = stage.hire('Carla Fontaine', {
        mailNickname: 'carla',
        department: 'Engineering',
        accountEnabled: false,
      });
      stage.assign('Slack Enterprise Grid', carla, 'User', 26);
      stage.assign('Zoom', carla, 'Basic', 26);
      stage.log('Slack Enterprise Grid', carla, 25, { is: 'created' }, then);
      stage.log('Slack', carla, 25, { is: 'created' }, then);
      stage.log('Zoom', carla, 24, { is: 'created' }, then);
      stage.log('Slack', carla, 4, { is: 'disabled' });
      stage.log('Zoom', carla, 4, { is: 'disabled' });
    },
  ),
  scenario(
    {
      id: 'many-failed-alike',
      user: 'petra@contoso.com',
      app: 'Zendesk',
      verdict: 'failed',
      cause: 'quarantined',
      also: ['insufficient-rights'],
      expected: false,
      note: 'a department met the same refusal, until the job went into quarantine for it',
    },
    (stage) => {
      const refused = {
        is: 'failed',
        code: 'InsufficientRights',
        reason: 'Zendesk answered 403: the integration account may not create agents.',
      } as const;
      const petra = stage.hire('Petra Lindqvist', { mailNickname: 'petra' });
      stage.assign('Zendesk', petra, 'User', 30);
      const alike = stage.directory.group('Support').memberIds.slice(0, metTheSame);
      const others = [...stage.directory.people].filter(
        ({ id, accountEnabled }) => accountEnabled && alike.includes(id),
      );
      for (const one of [petra, ...others]) stage.log('Zendesk', one, 5.4, refused);
    },
  ),
];
