namespace Acceptance.Cloud.Twin.World.Libvirt;

/// <summary>libvirt says no: the lines that virsh prints after "error: ", in its order.</summary>
internal sealed class LibvirtRefusedException(params string[] lines) : Exception(string.Join("; ", lines))
{
    public IReadOnlyList<string> Lines { get; } = lines;

    /// <summary>"Requested operation is not valid: ...", under the line of the command.</summary>
    public static LibvirtRefusedException Invalid(string command, string why) =>
        new(command, $"Requested operation is not valid: {why}");
}
