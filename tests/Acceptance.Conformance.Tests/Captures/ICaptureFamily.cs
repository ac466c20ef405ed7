namespace Acceptance.Conformance.Tests.Captures;

/// <summary>
/// Replays the captures of one folder beside the others: openstack, kubernetes, host-tools. Nothing may be keyed to a
/// file's name.
/// </summary>
public interface ICaptureFamily
{
    /// <summary>The folder's name below the captures folder.</summary>
    string Folder { get; }

    /// <summary>
    /// Every capture of the folder, or with <paramref name="whole"/> false a seeded sample of them where the whole
    /// takes too long.
    /// </summary>
    Task<IReadOnlyList<CaptureResult>> Replay(string folder, bool whole);
}
