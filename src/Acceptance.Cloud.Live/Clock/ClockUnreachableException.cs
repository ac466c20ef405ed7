namespace Acceptance.Cloud.Live.Clock;

/// <summary>The clock that the site goes by does not answer: no wait can end and no age be judged.</summary>
public sealed class ClockUnreachableException(Uri at, Exception inner)
    : Exception(
        $"The clock at {at.GetLeftPart(UriPartial.Authority)}/ (the site's clock.at) does not answer: "
            + $"{inner.Message} Start the twin again (acceptance twin serve), "
            + "or leave clock.at out to go by the system's clock.",
        inner
    )
{
    public Uri At { get; } = at;
}
