using Acceptance.Decisions.Verdicts;

namespace Acceptance.Runs.Resources;

/// <summary>
/// Something that scenarios share: whoever needs it first makes it. If that failed, the others are held back by the
/// same cause.
/// </summary>
public sealed class SharedOnce<T>(string name, Func<Task<T>> make)
{
    private readonly SemaphoreSlim _making = new(1, 1);
    private T? _value;
    private bool _made;
    private Verdict? _failed;

    public async Task<T> Get()
    {
        await _making.WaitAsync();
        try
        {
            if (_made)
                return _value!;
            if (_failed is not null)
                throw new VerdictException(Verdict.Hold(name, _failed));
            _value = await make();
            _made = true;
            return _value;
        }
        catch (VerdictException failed) when (_failed is null)
        {
            // A refused permit stays what it is; a failure holds back whoever comes next.
            if (failed.Verdict is not (Verdict.Broken or Verdict.Unknown))
                throw;
            _failed = Named(failed.Verdict);
            throw new VerdictException(_failed);
        }
        finally
        {
            _making.Release();
        }
    }

    // What no question tells apart is known as this that could not be had.
    private Verdict Named(Verdict failed) =>
        failed is Verdict.Unknown { Causes.Count: 0 } unknown
            ? unknown with
            {
                Because = new Cause(CauseKind.Resource, name),
            }
            : failed;
}
