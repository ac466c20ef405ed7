@Acceptance @phase-08.0 @order:105
Feature: What a create passes before Magnum asks its driver
  Magnum makes a trustee, is given a trust, and stores the authority of the new cluster, before any driver hears of it.
  Each of these was a broken layer once, and Magnum's own words named none of them.

  @layer:capi @D-046 @observes
  Scenario: Magnum has a domain of its own to make trustees in
    Then the cloud keeps its promise that every magnum unit has a domain to make its trustees in

  @layer:capi @D-065 @observes
  Scenario: Keystone's policy does not refuse a trust to everybody
    Then the cloud keeps its promise that no policy of Keystone's stands in the way of a trust

  @layer:vips @D-066 @observes
  Scenario: Who creates clusters is somebody who may give a trust
    Then the cloud keeps its promise that who creates clusters logs in with a password

  @layer:magnum @D-065 @mutates
  Scenario: A trust is made as Magnum makes it, and taken back
    When the operator makes a trust and takes it back
    Then the cloud keeps its promise that a trust can be made and taken back

  @layer:magnum @D-067 @mutates
  Scenario: The certificate store takes a secret and gives it up again
    That Barbican answers is read at its address. Whether Vault takes what it brings is shown by a stored secret alone.

    When the operator stores a secret and takes it away again
    Then the cloud keeps its promise that the certificate store takes what a cluster would put there
