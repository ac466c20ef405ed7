@rehearsal @CheckOfTheCheck @layer:jumphost @destroys @order:1000
Feature: The runbooks' one-liners are fooled where ours are not
  A check that cannot fail is worse than none. Each of the literal lines below reads green on a cloud that is
  broken in a way it was written to find; the check that took its place names what is broken.

  @D-011.1
  Scenario Outline: The line for the charms is fooled by <fault>, the check is not
    Given a rehearsal cloud where <fault> has struck
    When the runbook's line D-011.1 is run on it
    Then the line sees nothing wrong
    But the check that every unit says what the site calls normal for it names the victim
    And it leads the operator to <entry>

    Examples: States that contain a good word
      | fault        | entry     |
      | vault-sealed | restart-3 |
      | agent-lost   | restart-1 |

  @D-011.1
  Scenario: The line for the charms is fooled by an unprinted word, the check is not
    Given a rehearsal cloud where empty-status has struck
    When the runbook's line D-011.1 is run on it
    Then the line sees nothing wrong
    But the check that every unit says what the site calls normal for it says that nothing was seen

  @D-011.2
  Scenario: The line for the addresses trusts a certificate that nobody signed, the check does not
    Given a rehearsal cloud where untrusted-certificate has struck
    When the runbook's line D-011.2 is run on it
    Then the line sees nothing wrong
    But the check that every core address answers under the site's CA with a code that the site allows names the victim

  @D-011.3
  Scenario: The line for tenant reach sees an open port without a service, the check does not
    Given a rehearsal cloud where vip-frontend-only has struck
    When the runbook's line D-011.3 is run on it
    Then the line sees nothing wrong
    But the check that the identity service answers a machine inside the cloud names the victim

  @phase-08.3
  Scenario: The line for stuck pods does not see a crash loop, the check does
    Given a rehearsal cloud where crash-loop has struck
    When the runbook's line phase-08.3 is run on it
    Then the line sees nothing wrong
    But the check that every container of the workload cluster is ready names the victim
    And it leads the operator to crash-loop

  @D-011.1
  Scenario Outline: What Juju calls green is not, and the check that looks for itself says so: <fault>
    Given a rehearsal cloud where <fault> has struck
    When the runbook's line D-011.1 is run on it
    Then the line sees nothing wrong
    But the check that <promise> names the victim
    And it leads the operator to <entry>

    Examples: Layers that Juju does not look into
      | fault            | promise                                               | entry         |
      | mysql-degraded   | the database cluster tolerates a failure and has one writer | mysql-outage  |
      | ovn-disconnected | every chassis is connected to its southbound database | ovn-tls-sweep |
      | D-045            | no backend is down by HAProxy's own verdict           | D-045         |

  @restart-1
  Scenario: The line for the machines passes over every container, the check does not
    Given a rehearsal cloud where lxd-container-down has struck
    When the runbook's line restart-1 is run on it
    Then the line sees nothing wrong
    But the check that every machine and every container is started names the victim
    And it leads the operator to restart-1

  @restart-4
  Scenario: A chassis that says not connected has the good word in it
    Given a rehearsal cloud where ovn-disconnected has struck
    When the runbook's line restart-4 is run on it
    Then the line sees nothing wrong
    But the check that every chassis is connected to its southbound database names the victim
    And it leads the operator to ovn-tls-sweep

  @capi-5a
  Scenario: The sweep for amphorae prints no states, the check reads and joins them
    Given a rehearsal cloud where amphora-orphan has struck
    When the runbook's line capi-5a is run on it
    Then the line sees nothing wrong
    But the check that no amphora is broken or orphaned names the victim
    And it leads the operator to amphora-orphan

  @capi-3
  Scenario: A loop that waits for readiness ends well though nothing came, the check does not
    Given a rehearsal cloud where D-041 has struck
    When the runbook's line capi-3 is run on it
    Then the line sees nothing wrong
    But the check that the management VM runs names the victim
    And it leads the operator to D-041
