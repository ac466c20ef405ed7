namespace Acceptance.Cloud.Facts;

/// <summary>
/// The name of a fact: how it is read, and on which facts it rests. Keys are compared by identity; each stands in one
/// catalogue.
/// </summary>
public abstract class FactKey
{
    private protected FactKey(string id, bool moves, IReadOnlyList<FactKey> restsOn) =>
        (Id, Moves, RestsOn) = (id, moves, restsOn);

    /// <summary>Tool and noun: "juju model", "haproxy stat".</summary>
    public string Id { get; }

    /// <summary>
    /// Whether what the run does, or the time that it lets pass, may change it: then it is read anew after that.
    /// </summary>
    public bool Moves { get; }

    /// <summary>What must be read first; its reader may ask for these facts and no others.</summary>
    public IReadOnlyList<FactKey> RestsOn { get; }

    /// <summary>Nobody can read it: a deed of a run sees it while it is done.</summary>
    public bool IsWitnessed { get; private protected init; }

    public override string ToString() => Id;

    /// <summary>The reading of this key, whatever its type: a <see cref="Reading{T}"/> of it.</summary>
    internal abstract Task<object> TakeFrom(FactBook book);
}
