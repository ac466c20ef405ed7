using Acceptance.Cloud.Faults;

namespace Acceptance.Cloud.Live.Faults;

/// <summary>A cloud that offers none: nobody breaks a real cloud for a rehearsal.</summary>
public sealed class NoFaults(string site) : IFaults
{
    public Task<Reading<InjectedFault>> Inject(string id, CancellationToken cancel = default) =>
        None<InjectedFault>($"inject {id} into");

    public Task<Reading<Done>> Heal(string id, CancellationToken cancel = default) => None<Done>($"heal {id} on");

    public Task<Reading<IReadOnlyList<InjectedFault>>> Active(CancellationToken cancel = default) =>
        None<IReadOnlyList<InjectedFault>>("ask for the faults of");

    public Task<Reading<IReadOnlyList<StartedProgram>>> Started(CancellationToken cancel = default) =>
        None<IReadOnlyList<StartedProgram>>("ask for the programs that were started on");

    private Task<Reading<T>> None<T>(string what) =>
        Task.FromResult<Reading<T>>(
            new Reading<T>.Unread(
                Unreadable.NotOursToRead,
                $"There is no way to {what} {site}: its site file names no faultsAt, which only a twin has; "
                    + $"rehearse on a twin.",
                Evidence.None
            )
        );
}
