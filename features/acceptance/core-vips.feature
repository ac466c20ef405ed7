@Acceptance @D-011.2 @layer:keystone @observes
Feature: The core services answer at their public addresses
  Operators and tenants meet the cloud at these addresses and nowhere else. An answer counts only under a
  certificate that the cloud's own authority signed, and only with a code that the service gives in good health.

  Scenario Outline: <service> answers at its public address under the cloud's own authority
    When the jumphost asks <service> at its public address
    Then the answer is one that the service gives in good health

    Examples: The eleven addresses of the core block
      | service    |
      | keystone   |
      | barbican   |
      | cinder     |
      | glance     |
      | magnum     |
      | neutron    |
      | nova       |
      | octavia    |
      | horizon    |
      | placement  |
      | horizon-2  |

  @DOCFIX-039
  Scenario: The simplestreams mirror is left out on purpose and named with its reason
    When the operator reads the catalog
    Then every service of the catalog is either asked or left out with a reason
