namespace Acceptance.Cloud.Faults;

/// <summary>
/// Named ways to break a cloud. The twin simulates them over its control wire; a real site offers none and says so.
/// </summary>
public interface IFaults
{
    /// <summary>
    /// Breaks the cloud and says what was hit; unread on a site that offers no faults, or for an unknown id (the near
    /// ones are listed).
    /// </summary>
    Task<Reading<InjectedFault>> Inject(string id, CancellationToken cancel = default);

    Task<Reading<Done>> Heal(string id, CancellationToken cancel = default);

    Task<Reading<IReadOnlyList<InjectedFault>>> Active(CancellationToken cancel = default);

    /// <summary>
    /// Every program that was started on a host of the cloud, in the order in which they ended; unread on a site that
    /// keeps no such record.
    /// </summary>
    Task<Reading<IReadOnlyList<StartedProgram>>> Started(CancellationToken cancel = default);
}
