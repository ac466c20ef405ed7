namespace Acceptance.Cloud.Captures;

/// <summary>The captures that lie in the site's folder, on this machine.</summary>
public interface ICaptures
{
    /// <summary>
    /// All of them, newest first; none where there is no folder yet. Unread where one of them is no capture, or where
    /// others may have written it.
    /// </summary>
    Task<Reading<IReadOnlyList<Capture>>> All(CancellationToken cancel = default);
}
