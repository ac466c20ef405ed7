namespace Acceptance.Cloud.OpenStack;

/// <summary>
/// An application credential without its secret. Keystone gives no creation time; the roles are those frozen at its
/// making (D-039).
/// </summary>
public sealed record ApplicationCredential(string Id, string Name, string ProjectId, IReadOnlyList<string> Roles);
