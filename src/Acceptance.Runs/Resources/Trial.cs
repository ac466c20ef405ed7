using Acceptance.Cloud;
using Acceptance.Cloud.Facts;
using Acceptance.Runs.Journals;

namespace Acceptance.Runs.Resources;

/// <summary>
/// Something that is made and taken back at once, only to see whether the cloud takes it: journalled before each of
/// the two, and what was seen is put into the facts, for the checks to judge.
/// </summary>
internal sealed class Trial(Deeds deeds, FactBook facts, FactKey<string> witness)
{
    /// <param name="mark">What the journal calls it.</param>
    /// <param name="name">The name of this run's own.</param>
    /// <param name="make">Its id, where the cloud takes it.</param>
    public async Task<Reading<string>> Make(
        string mark,
        string name,
        Func<Task<Reading<string>>> make,
        Func<string, Task<Reading<Done>>> takeBack
    )
    {
        var made = await deeds.Journal.Do("create", mark, name, null, make, id => id);
        if (made is Reading<string>.Seen { Value: var id })
        {
            (await deeds.Journal.Do("delete", mark, name, id, () => takeBack(id))).OrBreak(id, null);
            deeds.Journal.Removed(mark, name);
        }

        facts.Put(witness, made);
        return made;
    }
}
