namespace Acceptance.Cloud;

/// <summary>
/// Asked before anything leaves the suite: every HTTP request, every program that is started. It may refuse, and it
/// sees what became of what it granted (the permit of the run, and requests.ndjson, stand behind it).
/// </summary>
public interface IRequestGate
{
    /// <summary>
    /// Asked before sending. Refused: nothing is sent, and the reading is unread (NotPermitted) with the sentence.
    /// </summary>
    Permission Ask(Intent intent);

    /// <summary>Called once what was granted has ended, however it ended.</summary>
    void Ended(Exchange exchange);
}
