using Mentoring.Api.Features.Agenda;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Identity;

/// <summary>What waits around roles that open what is confidential.</summary>
sealed class RoleTasks : IAgenda
{
    public IReadOnlyList<AgendaQuestion> All => [new(Permission.SignedIn, OwnRole), new(Permission.RoleConfirm, Role)];

    const string OwnRole = """
        select 'RoleToAnswer', r.id, o.name_short, null, null, null, r.organization_id, null, false, r.version, '/today'
          from role_proposal r join organization o on o.id = r.organization_id where r.account_id::text = @Account and r.status = 'Proposed'
        """;

    static string Role => $"""
        select 'RoleToConfirm', p.id, o.name_short, null, who.display_name, null, p.organization_id, null, false, p.version, '/role-proposals'
          from role_proposal p join organization o on o.id = p.organization_id join identity.account who on who.id = p.account_id
         where p.status = 'Agreed' and {Granting.ThirdPerson}
        """;
}
