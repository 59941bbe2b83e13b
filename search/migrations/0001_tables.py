import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    replaces = [
        ('search', '0001_initial'),
        ('search', '0003_editing_and_log'),
        ('search', '0004_count_new_documents_later'),
        ('search', '0009_words_visitors_can_find'),
        ('search', '0010_newest_first_by_the_minute'),
        ('search', '0011_searched_words_by_their_hash'),
        ('search', '0012_numbers_without_a_year'),
        ('search', '0016_sets_of_facets'),
        ('search', '0017_delete_facets_of_documents'),
    ]

    dependencies = [
        ('contenttypes', '0002_remove_content_type_name'),
        migrations.swappable_dependency(settings.WAGTAIL_PAGE_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='FacetSet',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('digest', models.CharField(max_length=64, unique=True)),
            ],
            options={
                'verbose_name': 'bộ giá trị lọc',
                'verbose_name_plural': 'bộ giá trị lọc',
            },
        ),
        migrations.CreateModel(
            name='Term',
            fields=[
                ('pk', models.CompositePrimaryKey('kind', 'text', blank=True, editable=False, primary_key=True, serialize=False)),
                ('kind', models.CharField(choices=[('e', 'từ có dấu'), ('f', 'từ bỏ dấu'), ('p', 'hai từ liền nhau, bỏ dấu')], max_length=1)),
                ('text', models.CharField(max_length=130)),
                ('documents', models.IntegerField()),
            ],
            options={
                'verbose_name': 'từ đã biết',
                'verbose_name_plural': 'từ đã biết',
            },
        ),
        migrations.CreateModel(
            name='IndexedDocument',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('object_id', models.CharField(max_length=50)),
                ('day', models.DateField(null=True)),
                ('at', models.DateTimeField(null=True)),
                ('is_counted', models.BooleanField(null=True)),
                ('content_type', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='contenttypes.contenttype')),
                ('facet_set', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='documents', to='search.facetset')),
            ],
            options={
                'verbose_name': 'mục trong chỉ mục tìm kiếm',
                'verbose_name_plural': 'mục trong chỉ mục tìm kiếm',
                'indexes': [
                    models.Index(fields=['at'], name='search_document_at'),
                    models.Index(condition=models.Q(('is_counted', False)), fields=['id'], name='search_document_uncounted'),
                    models.Index(condition=models.Q(('is_counted__isnull', False)), fields=['id'], name='search_document_public'),
                ],
                'constraints': [
                    models.UniqueConstraint(fields=('content_type', 'object_id'), name='search_document_once'),
                ],
            },
        ),
        migrations.CreateModel(
            name='IndexedAcronym',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('short', models.CharField(max_length=20)),
                ('full', models.CharField(max_length=150)),
                ('short_key', models.CharField(max_length=20)),
                ('full_key', models.CharField(max_length=150)),
                ('document', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='acronyms', to='search.indexeddocument')),
            ],
            options={
                'verbose_name': 'chữ viết tắt trong bài',
                'verbose_name_plural': 'chữ viết tắt trong bài',
                'indexes': [
                    models.Index(fields=['short_key'], name='search_acronym_short'),
                    models.Index(fields=['full_key'], name='search_acronym_full'),
                ],
                'constraints': [
                    models.UniqueConstraint(fields=('document', 'short', 'full'), name='search_acronym_once'),
                ],
            },
        ),
        migrations.CreateModel(
            name='IndexWrite',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('backend', models.CharField(max_length=50, verbose_name='máy tìm kiếm')),
                ('object_id', models.CharField(max_length=50)),
                ('changed_at', models.DateTimeField(verbose_name='lúc thay đổi')),
                ('due_at', models.DateTimeField(verbose_name='lúc ghi')),
                ('attempts', models.PositiveIntegerField(default=0, verbose_name='số lần thử')),
                ('error', models.CharField(blank=True, max_length=500, verbose_name='lỗi lần cuối')),
                ('content_type', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='contenttypes.contenttype')),
            ],
            options={
                'verbose_name': 'việc ghi chỉ mục',
                'verbose_name_plural': 'việc ghi chỉ mục',
                'indexes': [
                    models.Index(fields=['backend', 'due_at'], name='search_write_due'),
                ],
                'constraints': [
                    models.UniqueConstraint(fields=('backend', 'content_type', 'object_id'), name='search_write_once'),
                ],
            },
        ),
        migrations.CreateModel(
            name='PromotedResult',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('words', models.CharField(help_text='Đúng những chữ này, có dấu hay không dấu.', max_length=120, verbose_name='khi tìm')),
                ('key', models.CharField(db_index=True, editable=False, max_length=120)),
                ('sort_order', models.PositiveSmallIntegerField(default=1, verbose_name='thứ tự')),
                ('page', models.ForeignKey(help_text='Chỉ hiện khi trang đang công khai.', on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.WAGTAIL_PAGE_MODEL, verbose_name='hiện trang')),
            ],
            options={
                'verbose_name': 'kết quả ưu tiên',
                'verbose_name_plural': 'kết quả ưu tiên',
                'ordering': ['words', 'sort_order'],
                'constraints': [
                    models.UniqueConstraint(fields=('key', 'page'), name='promoted_once'),
                ],
            },
        ),
        migrations.CreateModel(
            name='SearchedWords',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('day', models.DateField(verbose_name='ngày')),
                ('key', models.CharField(max_length=120)),
                ('words', models.CharField(blank=True, max_length=120, verbose_name='chữ đã tìm')),
                ('searches', models.PositiveIntegerField(default=0, verbose_name='lượt tìm')),
                ('found_nothing', models.PositiveIntegerField(default=0, verbose_name='lượt không thấy')),
            ],
            options={
                'verbose_name': 'chữ đã tìm',
                'verbose_name_plural': 'chữ đã tìm',
                'ordering': ['-day'],
                'constraints': [models.UniqueConstraint(fields=('day', 'key'), name='searched_words_once_a_day')],
            },
        ),
        migrations.CreateModel(
            name='Synonym',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('words', models.CharField(help_text='Chữ viết tắt hay cách gọi, ví dụ: CĐS.', max_length=120, verbose_name='chữ người đọc gõ')),
                ('meaning', models.CharField(help_text='Cách viết khác trong bài, ví dụ: chuyển đổi số.', max_length=200, verbose_name='tìm thêm')),
                ('both_ways', models.BooleanField(default=True, help_text='Gõ cách nào cũng tìm ra cách kia.', verbose_name='cả hai chiều')),
            ],
            options={
                'verbose_name': 'từ đồng nghĩa khi tìm kiếm',
                'verbose_name_plural': 'từ đồng nghĩa khi tìm kiếm',
                'ordering': ['words'],
                'constraints': [models.UniqueConstraint(fields=('words', 'meaning'), name='synonym_once')],
            },
        ),
        migrations.CreateModel(
            name='FacetValue',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=30)),
                ('value', models.CharField(max_length=80)),
                ('facet_set', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='values', to='search.facetset')),
            ],
            options={
                'verbose_name': 'giá trị lọc',
                'verbose_name_plural': 'giá trị lọc',
                'indexes': [models.Index(fields=['name', 'value'], name='search_facet_value')],
                'constraints': [models.UniqueConstraint(fields=('facet_set', 'name', 'value'), name='search_facet_once')],
            },
        ),
    ]
