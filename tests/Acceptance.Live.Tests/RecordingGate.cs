using Acceptance.Cloud;

namespace Acceptance.Live.Tests;

/// <summary>Remembers what was asked and how it ended; refuses what it was told to.</summary>
internal sealed class RecordingGate(Func<Intent, string?>? refuses = null) : IRequestGate
{
    public List<Intent> Asked { get; } = [];

    public List<Exchange> Endings { get; } = [];

    public Permission Ask(Intent intent)
    {
        lock (Asked)
            Asked.Add(intent);
        return refuses?.Invoke(intent) is { } sentence ? Permission.No($"{sentence}") : Permission.Yes;
    }

    public void Ended(Exchange exchange)
    {
        lock (Endings)
            Endings.Add(exchange);
    }
}
