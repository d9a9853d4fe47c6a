using FluentMigrator;

namespace Mentoring.Migrations;

/// <summary>What an incentive is for: the economic, the social or the moral function of stimulation.</summary>
[Migration(201)]
public sealed class M0201_IncentiveFunctions : ForwardOnlyMigration
{
    // Money serves the economic function; of an earlier proposal without money nobody said more than that it is recognition.
    public override void Up() => Execute.Sql("""
        alter table incentive_proposal add column function text check (function in ('Economic', 'Social', 'Moral'));
        update incentive_proposal set function = case kind when 'Material' then 'Economic' else 'Moral' end;
        alter table incentive_proposal alter column function set not null,
            add constraint incentive_proposal_function check (kind = 'Material' or function <> 'Economic');
        """);
}
