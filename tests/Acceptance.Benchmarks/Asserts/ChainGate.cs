using Acceptance.Cloud;
using Acceptance.Cloud.Permits;
using Acceptance.Runs.Permits;

namespace Acceptance.Benchmarks.Asserts;

/// <summary>
/// The gate of observe, which notes when each exchange left and ended. The chain is read backwards: before each stands
/// the one whose answer was the last to come before it left.
/// </summary>
internal sealed class ChainGate(TimeProvider clock) : IRequestGate
{
    private readonly PermitGate _gate = new(Permit.Observe);
    private readonly long _start = clock.GetTimestamp();
    private readonly Lock _lock = new();
    private readonly Dictionary<Intent, TimeSpan> _left = new(ReferenceEqualityComparer.Instance);
    private readonly List<Noted> _ended = [];

    public Permission Ask(Intent intent)
    {
        lock (_lock)
            _left[intent] = clock.GetElapsedTime(_start);
        return _gate.Ask(intent);
    }

    public void Ended(Exchange exchange)
    {
        lock (_lock)
        {
            if (_left.Remove(exchange.Intent, out var left))
                _ended.Add(new(exchange.Intent, left, clock.GetElapsedTime(_start)));
        }
    }

    /// <exception cref="InvalidOperationException">Nothing was asked.</exception>
    public ChainFound Longest()
    {
        List<Noted> chain = [];
        for (var at = _ended.MaxBy(one => one.Back); at is not null; at = Before(at))
            chain.Insert(0, at);
        if (chain.Count == 0)
            throw new InvalidOperationException("assert asked nothing: there is no chain.");
        return new(
            chain.Count(one => one.Intent is Intent.Request),
            chain.Where(one => one.Intent is Intent.Argv).Sum(one => (one.Back - one.Left).TotalMilliseconds),
            [.. chain.Select(one => one.ToString())]
        );
    }

    private Noted? Before(Noted at) => _ended.Where(one => one.Back <= at.Left).MaxBy(one => one.Back);

    private sealed record Noted(Intent Intent, TimeSpan Left, TimeSpan Back)
    {
        public override string ToString() =>
            $"{Left.TotalMilliseconds, 5:0} ms + {(Back - Left).TotalMilliseconds, 4:0} ms  "
            + (Intent is Intent.Request request ? $"{request.Method} {request.Service} {request.Path}" : Program());

        private string Program()
        {
            var words = Intent.ToString()!;
            return words.Length > 90 ? words[..90] + " ..." : words;
        }
    }
}
