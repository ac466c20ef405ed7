using Acceptance.Cloud.Live.Shell;
using Polly;
using Polly.Retry;

namespace Acceptance.Cloud.Live.Transport;

/// <summary>
/// Asks again what is safe to ask again: after a pause, each twice as long as the last, or after the one that was asked
/// for.
/// </summary>
internal sealed class Repeats(Deadlines deadlines, int tries)
{
    private readonly ResiliencePipeline _pipeline = tries < 2 ? ResiliencePipeline.Empty : Pipeline(deadlines, tries);

    public int Tries => tries;

    /// <param name="attempt">Tries once; it is given the number of the try, from 1.</param>
    public async Task<T> Make<T>(Func<int, Task<Attempt<T>>> attempt, CancellationToken cancel)
    {
        var number = 0;
        return (await _pipeline.ExecuteAsync(async _ => await attempt(++number), cancel)).Result;
    }

    private static ResiliencePipeline Pipeline(Deadlines deadlines, int tries) =>
        new ResiliencePipelineBuilder { TimeProvider = deadlines.Wall }
            .AddRetry(
                new RetryStrategyOptions
                {
                    MaxRetryAttempts = tries - 1,
                    BackoffType = DelayBackoffType.Exponential,
                    Delay = deadlines.FirstPause,
                    ShouldHandle = args => new(args.Outcome.Result is IAttempt { Repeatable: true }),
                    DelayGenerator = args => new((args.Outcome.Result as IAttempt)?.Pause),
                }
            )
            .Build();
}
