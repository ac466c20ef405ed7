namespace Acceptance.Cloud.Twin.World.LoadBalancing;

/// <summary>Octavia's spelling of its states: PendingUpdate is PENDING_UPDATE.</summary>
internal static class OctaviaWords
{
    public static string Word(this ProvisioningStatus status) => Upper(status.ToString());

    public static string Word(this OperatingStatus status) => Upper(status.ToString());

    public static string Word(this AmphoraStatus status) => Upper(status.ToString());

    private static string Upper(string pascal) =>
        string.Concat(
            pascal.Select(
                (letter, at) => at > 0 && char.IsUpper(letter) ? $"_{letter}" : char.ToUpperInvariant(letter).ToString()
            )
        );
}
