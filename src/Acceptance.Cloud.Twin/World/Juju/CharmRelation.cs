namespace Acceptance.Cloud.Twin.World.Juju;

/// <summary>One relation as `juju status` shows it under an endpoint; scope is global or container.</summary>
internal sealed record CharmRelation(string Endpoint, string Application, string Interface, string Scope = "global");
