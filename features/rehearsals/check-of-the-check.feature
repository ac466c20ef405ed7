@rehearsal @CheckOfTheCheck @layer:jumphost @destroys
Feature: The runbooks' one-liners are fooled where ours are not
  A check that cannot fail is worse than none. Each of the literal lines below reads green on a cloud that is
  broken in a way it was written to find; the check that took its place names what is broken.

  @D-011.1
  Scenario Outline: The line for the charms is fooled by <fault>, the check is not
    Given a rehearsal cloud that suffers from <fault>
    When the runbook's line for the charms is run on it
    Then the line sees nothing wrong
    But the check of the charms does

    Examples: States that contain a good word
      | fault        |
      | vault-sealed |
      | agent-lost   |
      | empty-status |

  @D-011.2
  Scenario: The line for the addresses trusts a certificate that nobody signed, the check does not
    Given a rehearsal cloud that suffers from untrusted-certificate
    When the runbook's line for the addresses is run on it
    Then the line sees nothing wrong
    But the check of the addresses does

  @D-011.3
  Scenario: The line for tenant reach sees an open port where no service answers, the check does not
    Given a rehearsal cloud that suffers from vip-frontend-only
    When the runbook's line for tenant reach is run on it
    Then the line sees nothing wrong
    But the check of tenant reach does

  @phase-08.3
  Scenario: The line for stuck pods does not see a crash loop, the check does
    Given a rehearsal cloud that suffers from crash-loop
    When the runbook's line for stuck pods is run on it
    Then the line sees nothing wrong
    But the check of the containers does
