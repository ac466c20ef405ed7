namespace Acceptance.Cloud.Juju;

/// <summary>
/// The addresses that an application answers at whichever of its units holds them: its option vip, one a plane (D-020).
/// </summary>
public sealed record ApplicationVips(string Application, IReadOnlyList<string> Addresses);
