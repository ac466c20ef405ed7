namespace Acceptance.Cloud.Twin.Wire;

/// <summary>
/// Who is connected to the cloud, and whether they ask or wait. The twin's own control wire and the personas do not
/// count.
/// </summary>
internal sealed class Callers
{
    /// <summary>
    /// Looks without a request after which an open connection is taken for a client that watches or sleeps: half a
    /// second at a look each 50 ms.
    /// </summary>
    private const int Patience = 10;

    private int _connected;
    private int _asked;
    private int _seen;
    private int _quiet;

    public void Came() => Interlocked.Increment(ref _connected);

    public void Went() => Interlocked.Decrement(ref _connected);

    /// <summary>A request arrived.</summary>
    public void Asked() => Interlocked.Increment(ref _asked);

    /// <summary>Called at each look: somebody waits for the cloud to go on.</summary>
    public bool Wait()
    {
        var asked = Volatile.Read(ref _asked);
        _quiet = asked == _seen ? _quiet + 1 : 0;
        _seen = asked;
        return Volatile.Read(ref _connected) > 0 && _quiet >= Patience;
    }
}
