using FsCheck;
using FsCheck.Fluent;
using Mentoring.Api.Features.School.Programs;
using Mentoring.Api.Platform;

namespace Mentoring.Tests.Rules;

public sealed class ProgramConsentTests
{
    /// <summary>Any series of steps, taken where the lifecycle allows them.</summary>
    [Test]
    public void Consent_always_precedes_activity() =>
        Prop.ForAll(ArbMap.Default.ArbFor<int[]>(), steps =>
        {
            var (status, consented) = (ProgramStatus.Draft, false);
            foreach (var step in steps.Select(s => (ProgramStep)((uint)s % (uint)Enum.GetValues<ProgramStep>().Length)))
            {
                if (!ProgramLifecycle.Steps.Allows(status, step)) continue;
                status = ProgramLifecycle.Steps.Next(status, step);
                if (step == ProgramStep.ConsentsGiven) consented = true;
                if (status == ProgramStatus.Draft) consented = false;
                if (status is ProgramStatus.Active or ProgramStatus.Paused or ProgramStatus.Completed && !consented) return false;
            }

            return true;
        }).QuickCheckThrowOnFailure();
}
