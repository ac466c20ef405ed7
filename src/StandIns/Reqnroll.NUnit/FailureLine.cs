using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;

namespace Reqnroll.NUnit;

/// <summary>Names the line of the feature at the end of a failure's own words, whatever threw them.</summary>
internal static class FailureLine
{
    public static void AddTo(TestResult result, string where)
    {
        if (result.ResultState.Status == TestStatus.Failed)
        {
            result.SetResult(result.ResultState, $"{result.Message?.TrimEnd()}\n  at {where}", result.StackTrace);
        }
    }
}
