@Acceptance @D-011.3 @layer:mgmt-vm @observes @order:70
Feature: A tenant machine reaches the public addresses
  The cluster drivers live in a tenant machine and talk to the cloud through its front door. If a tenant
  machine cannot reach that door, no cluster will ever come up, however healthy the services are.

  Scenario: From inside the management machine the identity service answers, port and service both
    Then the cloud keeps its promise that the port of the identity service opens to a machine inside the cloud
    And the cloud keeps its promise that the identity service answers a machine inside the cloud

  @DOCFIX-038
  Scenario: The address on file for the management machine is the one it has in this rebuild
    Then the cloud keeps its promise that the address on file for the management VM is its own
