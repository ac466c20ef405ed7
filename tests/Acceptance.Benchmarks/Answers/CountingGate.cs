using Acceptance.Cloud;

namespace Acceptance.Benchmarks.Answers;

/// <summary>
/// Grants everything, and counts what leaves under the question that made it leave: a token counts for the question
/// that waited for it first.
/// </summary>
internal sealed class CountingGate(int questions) : IRequestGate
{
    private readonly AsyncLocal<int> _question = new();
    private readonly int[] _requests = new int[questions];

    public int Of(int question) => Volatile.Read(ref _requests[question]);

    public void For(int question) => _question.Value = question;

    public Permission Ask(Intent intent)
    {
        Interlocked.Increment(ref _requests[_question.Value]);
        return Permission.Yes;
    }

    public void Ended(Exchange exchange) { }
}
