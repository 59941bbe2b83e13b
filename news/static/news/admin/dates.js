// What is typed stays until the server has read it. Left to itself, the picker makes 02/03/2024 of
// 31/02/2024 and today's date of any word as soon as the field is left, and nobody is told.
jQuery.fn.datetimepicker.defaults.validateOnBlur = false;
