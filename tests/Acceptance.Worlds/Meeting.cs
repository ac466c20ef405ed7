using Acceptance.Cloud;
using Acceptance.Cloud.Twin.World;

namespace Acceptance.Worlds;

/// <summary>What was met at a door.</summary>
/// <param name="Why">Why there was no exchange; null: there is one.</param>
internal readonly record struct Meeting(Unreadable? Why)
{
    /// <summary>The connection was taken, and dropped in the handshake.</summary>
    public bool InHandshake { get; init; }

    /// <summary>What spoils the exchange; null: the service answers itself.</summary>
    public EndpointRule? Rule { get; init; }

    /// <summary>Why a client of the service has no answer; null: it has.</summary>
    public Unreadable? OfService =>
        Why
        ?? Rule?.How switch
        {
            null or Misbehaviour.Slow => null,
            Misbehaviour.Status => OfStatus(Rule.Status),
            Misbehaviour.Garbled or Misbehaviour.HalfWritten => Unreadable.Garbled,
            Misbehaviour.Hang => Unreadable.TimedOut,
            _ => Unreadable.Refused,
        };

    private static Unreadable OfStatus(int status) =>
        status switch
        {
            401 => Unreadable.Unauthorised,
            403 => Unreadable.Forbidden,
            429 => Unreadable.RateLimited,
            >= 500 => Unreadable.ServerError,
            _ => Unreadable.Failed,
        };
}
