@Acceptance @D-011.8 @D-019 @layer:keystone @observes @waivable @order:40
Feature: Tenant name resolution is deferred, and stays deferred knowingly
  Designate was put off for the first version, which knows addresses and no names. Somebody answers for that
  until a date, and the deferral ends at once if a name service turns up in the catalog.

  Scenario: No name service is offered while its acceptance is deferred
    Then the cloud keeps its promise that tenant name resolution is proven, or its deferral is in date
