using Acceptance.Cloud;
using Acceptance.Cloud.Facts;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Decisions.Checks;

/// <summary>
/// From facts to a verdict: one that was not read is unknown, with its own sentence; the evidence of all that were is
/// kept.
/// </summary>
public static class FactJudging
{
    public static Verdict Judge<T>(this FactSheet sheet, FactKey<T> key, Func<T, Evidence, Verdict> judge) =>
        sheet.Reading(key).Judge(judge);

    public static Verdict Judge<T1, T2>(
        this FactSheet sheet,
        FactKey<T1> first,
        FactKey<T2> second,
        Func<T1, T2, Evidence, Verdict> judge
    ) =>
        sheet.Judge(
            first,
            (one, before) => sheet.Judge(second, (two, evidence) => judge(one, two, Evidence.Joined(before, evidence)))
        );

    public static Verdict Judge<T1, T2, T3>(
        this FactSheet sheet,
        FactKey<T1> first,
        FactKey<T2> second,
        FactKey<T3> third,
        Func<T1, T2, T3, Evidence, Verdict> judge
    ) =>
        sheet.Judge(
            first,
            second,
            (one, two, before) =>
                sheet.Judge(
                    third,
                    (three, evidence) => judge(one, two, three, Evidence.Joined([.. before.All, evidence]))
                )
        );
}
